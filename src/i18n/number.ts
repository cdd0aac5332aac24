/** A number that is read at a glance, the same in every language: `5 304`. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ' ');
