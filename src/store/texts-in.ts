/** The texts of a list as a row keeps it; for what is none an empty list. */
export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
