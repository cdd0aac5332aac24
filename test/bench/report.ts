/** What DESIGN promises of a figure: `first` must hold, `goal` is where it shall go. Both are upper bounds. */
export interface Bar {
  readonly first: number;
  readonly goal: number;
}

/** One line of the report: the figure, what it is held against, and whether the bar holds. */
export function line(name: string, value: number, unit: string, bar?: Bar, more = ''): void {
  const figure = `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
  console.log(
    `  ${name.padEnd(46)}${figure.padStart(14)}  ${(bar === undefined ? '' : verdict(value, bar)).padEnd(34)}${more}`,
  );
}

const verdict = (value: number, { first, goal }: Bar): string =>
  value <= goal
    ? `goal ${goal} held`
    : value <= first
      ? `bar ${first} held, goal ${goal}`
      : `bar ${first} MISSED by ${(value / first).toFixed(2)} ×`;

export const title = (text: string): void => console.log(`\n${text}`);
