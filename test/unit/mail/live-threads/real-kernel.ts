import { type Expected, type LiveThread, newCase, noted, real } from './gold.ts';
import { closed, type Row, solved, stories } from './real-steps.ts';

const apart: Expected = { ...newCase('A'), automatic: true };

/** Mails of the kernel's lists, with many in Cc and long References. */
const ROWS: readonly Row[] = [
  ['Jack was in Cc, Outlook writes RE:', 'automatic', '1382298793.002262', '1382298793.002302', noted('A', 'new')],
  [
    'Michal was in Cc; the case is solved',
    'automatic',
    '1382298793.002261',
    '1382298793.002329',
    noted('A', 'solved'),
    solved,
  ],
  ['44/44 answers 00/44 of the same sender', 'automatic', '1382298793.002253', '1382298793.002264', noted('A', 'new')],
  [
    'Joe was in To and changes the subject after ten mails',
    'automatic',
    '1382298793.002468',
    '1382298793.003145',
    noted('A', 'new'),
  ],
  ['David was not in Cc', 'automatic', '1382298793.002271', '1382298793.002664', apart],
  ['David was in Cc', 'automatic', '1382298793.002270', '1382298793.002662', noted('A', 'new')],
  [
    'David Howells was in Cc; References begin with "<yes>"',
    'odd header',
    '1382298770.001735',
    '1382298587.002195',
    noted('A', 'new'),
  ],
  [
    "Scott answers an archive that wrote the customer's address in another way",
    'automatic',
    '1382298587.001724',
    '1382298587.002228',
    apart,
  ],
  [
    'Jeff himself, under the address an archive had disguised',
    'automatic',
    '1382298770.002997',
    '1382298587.003112',
    apart,
  ],
  [
    'Steve was in Cc; the case is closed',
    'automatic',
    '1382298587.003112',
    '1382298587.003118',
    noted('A', 'closed'),
    closed,
  ],
  [
    'Michael was in Cc; Exchange wrote References without In-Reply-To order',
    'automatic',
    '1382298775.002999',
    '1382298775.003976',
    noted('A', 'new'),
  ],
  [
    'Florian was in Cc; the twelfth reference',
    'automatic',
    '1382298793.003145',
    '1382298793.003216',
    noted('A', 'new'),
  ],
  ["Randy was in none of the case's mails", 'automatic', '1382298793.003295', '1382298793.003316', apart],
  ['a bulk mail by a stranger', 'automatic', '1382298793.002257', '1382298793.002400', apart],
  ['2/2 answers 1/2', 'automatic', '1354585346.000261', '1354585346.000260', noted('A', 'new')],
];

export const REAL_KERNEL: readonly LiveThread[] = stories('lkml', ROWS, (name) => real(`notmuch/lkml/cur/${name}:2,`));
