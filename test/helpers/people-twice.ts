import { perform } from '../../src/actions/action.ts';
import { newCase } from '../../src/actions/new-case.ts';
import type { Screens } from './screen.ts';

/** Customers who came in twice, under two addresses each. */
export const TWICE = [
  ['Trần Văn Hùng <hung@phucan.example>', 'Tran Van Hung <hung.tran@phucan.example>'],
  ['Lê Thị Hoa <hoa.le@gmail.com>', 'Hoa Le <hoale@gmail.com>'],
  ['ปรียา ศรีสุข <preeya@siam.example>', 'ปรียา ศรีสุข <p.srisuk@siam.example>'],
] as const;

/** A case of each of them, and the screen that lists them when everybody is looked at. */
export function openPairs(screens: Screens, twice: readonly (readonly [string, string])[] = TWICE): void {
  for (const customer of twice.flat())
    perform(screens.desk, newCase, {
      ...{ customer, subject: customer, kind: 'service', channel: 'phone', message: customer },
    });
  screens.tick(0);
  screens.press('go-customers', 'go-duplicates');
  lookThrough(screens);
}

/** Time goes by until everybody is looked at. */
export function lookThrough(screens: Screens): void {
  for (let slices = 0; slices < 1000; slices += 1) {
    const { screen } = screens.state();
    if (screen.name !== 'duplicates' || screen.percent === 100) return;
    screens.tick(20);
  }
}
