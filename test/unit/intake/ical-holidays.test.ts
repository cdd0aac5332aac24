import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHolidays } from '../../../src/intake/ical-holidays.ts';

const YEARS = { from: 2026, to: 2030 };
const event = (...lines: string[]): string => ['BEGIN:VEVENT', 'UID:1@x', ...lines, 'END:VEVENT'].join('\r\n');
const calendar = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const read = (...lines: string[]) => readHolidays(calendar(event(...lines)), YEARS);
const days = (...lines: string[]) => read(...lines)?.holidays.map(({ day }) => day);

describe('holidays of a calendar file', () => {
  it('are its whole days, by name and in order', () => {
    const file = calendar(
      event('DTSTART;VALUE=DATE:20270902', 'DTEND;VALUE=DATE:20270903', 'SUMMARY:Quốc khánh'),
      event('DTSTART;VALUE=DATE:20270430', 'SUMMARY;LANGUAGE="vi:VN":Giải phóng\\, thống nhất\\nđất nước'),
    );
    expect(readHolidays(file, YEARS)).toEqual({
      holidays: [
        { day: '2027-04-30', name: 'Giải phóng, thống nhất đất nước' },
        { day: '2027-09-02', name: 'Quốc khánh' },
      ],
      unread: [],
    });
  });

  it('go on to the day before the end', () => {
    const tet = ['2027-02-05', '2027-02-06', '2027-02-07'];
    expect(days('DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270208')).toEqual(tet);
    expect(days('DTSTART;VALUE=DATE:20270205', 'DURATION:P3D')).toEqual(tet);
    expect(days('DTSTART;VALUE=DATE:20270205', 'DTEND;VALUE=DATE:20270205')).toEqual(['2027-02-05']);
    expect(days('DTSTART:20270205T000000', 'DTEND:20270208T000000')).toEqual(tet);
  });

  it('come every year, until and as often as the rule says', () => {
    const first = 'DTSTART;VALUE=DATE:20250501';
    const may = (...years: number[]) => years.map((year) => `${year}-05-01`);
    expect(days(first, 'RRULE:FREQ=YEARLY')).toEqual(may(2026, 2027, 2028, 2029, 2030));
    expect(days(first, 'RRULE:FREQ=YEARLY;INTERVAL=2')).toEqual(may(2027, 2029));
    expect(days(first, 'RRULE:FREQ=YEARLY;COUNT=3')).toEqual(may(2026, 2027));
    expect(days(first, 'RRULE:FREQ=YEARLY;UNTIL=20280501')).toEqual(may(2026, 2027, 2028));
    expect(days(first, 'RRULE:FREQ=YEARLY;UNTIL=20280430T235959Z')).toEqual(may(2026, 2027));
    expect(days(first, 'RRULE:FREQ=YEARLY;BYMONTH=05;BYMONTHDAY=1;WKST=MO')).toHaveLength(5);
    expect(days(first, 'RRULE:FREQ=YEARLY;COUNT=4', 'EXDATE;VALUE=DATE:20270501,20280501')).toEqual(may(2026));
    expect(days(first, 'RDATE;VALUE=DATE:20270503')).toEqual(['2027-05-03']);
  });

  it('have a 29 February in leap years only', () => {
    expect(days('DTSTART;VALUE=DATE:20240229', 'RRULE:FREQ=YEARLY;COUNT=2')).toEqual(['2028-02-29']);
  });

  it('are read from folded lines, bare newlines, small letters and around alarms', () => {
    const file = calendar(
      event('DTSTART;VALUE=DATE:2027', ' 0413', 'SUMMARY:วันสง', '\tกรานต์', 'BEGIN:VALARM', 'SUMMARY:no', 'END:VALARM'),
    );
    const holidays = [{ day: '2027-04-13', name: 'วันสงกรานต์' }];
    expect(readHolidays(`\uFEFF${file.replaceAll('\r\n', '\n')}`, YEARS)?.holidays).toEqual(holidays);
    expect(readHolidays(file.replace('DTSTART;VALUE', 'dtstart;value'), YEARS)?.holidays).toEqual(holidays);
  });

  it('are one for a day, under the first name it has', () => {
    const twice = calendar(event('DTSTART:20270101'), event('DTSTART:20270101', 'SUMMARY:Tết dương lịch'));
    expect(readHolidays(twice, YEARS)?.holidays).toEqual([{ day: '2027-01-01', name: 'Tết dương lịch' }]);
  });

  it('are none of a cancelled event', () => {
    expect(read('DTSTART;VALUE=DATE:20270101', 'STATUS:CANCELLED')).toEqual({ holidays: [], unread: [] });
  });

  it.each([
    ['at-an-hour', ['DTSTART;TZID=Asia/Bangkok:20270413T090000', 'DTEND;TZID=Asia/Bangkok:20270413T100000']],
    ['at-an-hour', ['DTSTART:20270413T000000']],
    ['no-day', ['SUMMARY:someday']],
    ['no-day', ['DTSTART;VALUE=DATE:20270230']],
    ['no-day', ['DTSTART;VALUE=DATE:20270413', 'DTEND;VALUE=DATE:20270410']],
    ['no-day', ['DTSTART;VALUE=DATE:20270413', 'DURATION:PT4H']],
    ['other-rule', ['DTSTART;VALUE=DATE:20271125', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH']],
    ['other-rule', ['DTSTART;VALUE=DATE:20271125', 'RRULE:FREQ=MONTHLY']],
    ['other-rule', ['DTSTART;VALUE=DATE:20271125', 'RRULE:FREQ=YEARLY;INTERVAL=0']],
    ['other-rule', ['DTSTART;VALUE=DATE:20271125', 'EXDATE:tomorrow']],
    ['changed-turn', ['DTSTART;VALUE=DATE:20271125', 'RECURRENCE-ID;VALUE=DATE:20271124']],
  ])('are not guessed, and the event is named with why: %s', (why, lines) => {
    expect(read(...lines)).toEqual({ holidays: [], unread: [{ line: 3, why }] });
  });

  it('are not taken from an event that is cut off', () => {
    const cut = calendar(event('DTSTART:20270101'), event('DTSTART:20270102')).split('END:VEVENT').slice(0, 2);
    expect(readHolidays(cut.join('END:VEVENT'), YEARS)).toEqual({
      holidays: [{ day: '2027-01-01', name: '' }],
      unread: [{ line: 7, why: 'cut-off' }],
    });
  });

  it('are none where there is no calendar', () => {
    expect(readHolidays('', YEARS)).toBeNull();
    expect(readHolidays('Subject: BEGIN:VCALENDAR', YEARS)).toBeNull();
  });

  it('come out of any text without an error, all in the years that were asked for', () => {
    const pieces = fc.constantFrom(
      ...['BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VALARM', 'END:', 'DTSTART:', 'DTSTART:00010101', 'DTSTART:20270229'],
      ...['RRULE:FREQ=YEARLY', 'RRULE:', 'DTEND:99991231', 'EXDATE:20270101', '\r\n', '\n ', '"', ';', ':', '=', '\\n'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }), (lines) => {
        const file = readHolidays(calendar(lines.join('\n')), YEARS);
        for (const { day } of file?.holidays ?? []) expect(day).toMatch(/^20(2[6-9]|30)-\d\d-\d\d$/);
      }),
    );
  });
});
