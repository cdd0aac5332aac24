import { detectMimeType } from 'nodemailer/lib/mime-funcs';

/** What a file is, by the ending of its name, as every mail program says it. */
export const typeByName = (name: string): string =>
  name.includes('.') ? String(detectMimeType(name.split('.').at(-1) ?? '')) : 'application/octet-stream';
