import { PAUSED_BY_DEFINITION } from './targets.ts';

const WEEKDAY = ['08:00-12:00', '13:30-17:30'];

/** The hours that come with a new desk, in the agent's zone: an office in Vietnam. The first schema says the same in SQL. */
export const FIRST_SCHEDULE = {
  name: 'desk',
  week: [WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, WEEKDAY, ['08:00-12:00'], []],
  lists: ['tet'],
  holidays: {},
};

/** The targets that come with a new desk, in minutes of those hours: a first reply within a day, a fault within a week. */
export const FIRST_TARGETS = {
  position: 1,
  name: 'desk',
  schedule: 'desk',
  kinds: null,
  segments: null,
  query: null,
  pausedBy: [...PAUSED_BY_DEFINITION],
  minutes: {
    urgent: { first: 60, next: 60, resolution: 480 },
    high: { first: 240, next: 240, resolution: 1440 },
    normal: { first: 480, next: 480, resolution: 2400 },
    low: { first: 1440, next: 1440, resolution: 4800 },
  },
};
