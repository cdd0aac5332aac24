export const SEGMENTS = ['prospect', 'new', 'current', 'loyal', 'former'] as const;
export type Segment = (typeof SEGMENTS)[number];

export const POINT_KINDS = ['email', 'phone', 'handle'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export const CONSENTS = ['yes', 'no'] as const;
export type Consent = (typeof CONSENTS)[number];

/** A way to reach a customer. Families share them, so the same point may belong to several customers. */
export interface ContactPoint {
  readonly kind: PointKind;
  readonly value: string;
}

export interface Customer {
  readonly id: number;
  readonly uid: string;
  readonly name: string;
  readonly givenName: string | null;
  readonly honorific: string | null;
  readonly language: string | null;
  readonly segment: Segment | null;
  readonly company: string | null;
  readonly internal: boolean;
  readonly points: readonly ContactPoint[];
  /** since when she is in that segment, ms; null is not known */
  readonly segmentSince: number | null;
  /** may she be contacted when she has not asked? null: nobody knows */
  readonly consent: Consent | null;
  readonly notes: string;
  readonly tags: readonly string[];
  /** fields of the desk's own */
  readonly fields: Readonly<Record<string, string>>;
  /** whom she is a part of */
  readonly mergedInto: number | null;
}

/** The values of one kind, as they were written. */
export const pointsOfKind = ({ points }: Pick<Customer, 'points'>, kind: PointKind): string[] =>
  points.filter((point) => point.kind === kind).map((point) => point.value);

/** Digits with the country prefix of the local form folded in: +84 90 123 and 090 123 are the same phone. */
export function normalPhone(value: string): string {
  const digits = value.replace(/[^\d+]/g, '');
  return digits.replace(/^\+(84|66)/, '0').replace(/^\+/, '00');
}

/** The form in which two contact points are compared. */
export function normalPoint(point: ContactPoint): string {
  return point.kind === 'phone' ? normalPhone(point.value) : point.value.trim().toLowerCase();
}

/**
 * The name one calls a person by: Vietnamese names put it last ("Nguyễn Thị Lan" is Lan), others first.
 * `language` is a BCP 47 tag or null; a Vietnamese letter in the name counts as Vietnamese too.
 */
export function givenName(name: string, language: string | null): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const vietnamese =
    language === 'vi' || /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(name.normalize('NFC'));
  return (vietnamese ? words.at(-1) : words[0]) ?? '';
}
