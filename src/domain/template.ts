/** A saved reply; with `set` and `addTags` it is what others call a macro. */
export interface Template {
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** text by language tag; Liquid placeholders */
  readonly bodies: Readonly<Record<string, string>>;
  /** case fields to set when the reply is sent: `{status: 'pending'}` */
  readonly set: Readonly<Record<string, string>>;
  readonly addTags: readonly string[];
  readonly used: number;
}

/** The body to use for a customer: their language, else the desk's, else English, else the first there is. */
export function bodyFor(
  template: Template,
  wanted: readonly (string | null)[],
): { language: string; body: string } | null {
  for (const language of [...wanted, 'en', ...Object.keys(template.bodies)]) {
    const body = language === null ? undefined : template.bodies[language];
    if (language !== null && body !== undefined) return { language, body };
  }
  return null;
}

/** Short names are typed and stand in commands: letters, digits, hyphens. */
export const isTemplateName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]{0,63}$/u.test(name);
