/** The texts of a list as a row keeps it; for what is none an empty list. */
export const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The texts by name of a JSON object as a row keeps it; for what is none an empty one. */
export function stringsIn(json: string): Record<string, string> {
  if (json === '{}') return {};
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, String(one)]));
}
