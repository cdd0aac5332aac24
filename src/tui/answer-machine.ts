/** The machine behind the filter: units (characters or bytes, one per UTF-16 unit) in, units out. */
export interface Answers {
  push(units: string): string;
  flush(): string;
  pending(): boolean;
}

type State = 'ground' | 'escape' | 'csi' | 'string' | 'stringEscape' | 'mouse' | 'paste';

const ESC = '\x1b';
const PASTE_END = '\x1b[201~';
/** Strings: OSC, DCS, APC, PM, SOS. */
const STRING_STARTS = ']P_^X';
/** Calls of `flush` after which a begun answer is given up; with the caller's 15 ms about 1.5 s. */
const MOST_WAITS = 100;
/** No answer is longer: clipboard answers are never asked for. */
const LONGEST = 65_536;

/** ESC [ M and three bytes. */
const X10_REPORT = 6;
/** rxvt's shifted editing keys end in what is else the middle of a sequence. */
const rxvtKey = /^\[[235678]\$$/;

/** What answers begin with. Anything else after `ESC ]`, `ESC P` … that does not end soon was typed with Alt. */
const likelyString = /^(?:\][0-9lLI]|P[0-9>!$+|]|_G)/;

/** A whole CSI sequence that is an answer and no key. `ESC[?…u` is Ink's own question; it takes the answer itself. */
const answer = new RegExp(
  [
    '^\\[(?:',
    '[?>=][0-9;:]*[ -/]*[@-tv-~]', // private parameters: device attributes, modes, reports
    '|<[0-9;]*[Mm]', // SGR mouse
    '|[0-9]+;[0-9]+;[0-9]+M', // urxvt mouse
    '|[0-9]+;[0-9]+R', // cursor position
    '|[0-9]*n|[0-9;]*c|[0-9;]+t|[0-9;]+x', // status, device, window, parameters
    '|[0-9;]*\\$y', // modes
    '|[IO]', // focus
    ')$',
  ].join(''),
);

export function createAnswers(): Answers {
  let state: State = 'ground';
  let held = ''; // from ESC on, while it is open what it is
  let waits = 0;
  let matched = 0; // how much of the paste's end has come
  let out = '';

  return {
    push(units) {
      out = '';
      waits = 0;
      for (const unit of units) step(unit);
      return out;
    },
    flush() {
      out = '';
      waits++;
      if (state === 'escape' || held === '\x1b[') release();
      else if (state === 'string' || state === 'stringEscape') {
        if (!likelyString.test(body())) release();
        else if (waits > MOST_WAITS) forget();
      } else if ((state === 'csi' || state === 'mouse') && waits > MOST_WAITS) forget();
      return out;
    },
    pending: () => held !== '',
  };

  function step(unit: string): void {
    if (state === 'ground') {
      if (unit === ESC) hold('escape', unit);
      else out += unit;
    } else if (state === 'paste') inPaste(unit);
    else if (state === 'escape') escaped(unit);
    else if (state === 'csi') inCsi(unit);
    else if (state === 'mouse') {
      held += unit;
      if (held.length === X10_REPORT) forget();
    } else if (state === 'string') inString(unit);
    else if (unit === '\\') forget();
    else {
      hold('escape', ESC); // ESC ends a string on real terminals; what follows is a sequence of its own
      step(unit);
    }
  }

  function inPaste(unit: string): void {
    out += unit;
    if (unit === PASTE_END[matched]) matched++;
    else matched = unit === ESC ? 1 : 0;
    if (matched === PASTE_END.length) state = 'ground';
  }

  function escaped(unit: string): void {
    if (unit === '[') hold('csi', held + unit);
    else if (STRING_STARTS.includes(unit)) hold('string', held + unit);
    else if (unit === ESC)
      out += ESC; // of two, the first is a key
    else {
      held += unit;
      release();
    }
  }

  function inCsi(unit: string): void {
    if (unit === ESC) {
      release();
      step(unit);
      return;
    }
    held += unit;
    const first = held.length === 3;
    if (first && unit === 'M') state = 'mouse';
    else if (first && unit === '[')
      return; // the Linux console's F1: ESC[[A
    else if (unit >= ' ' && unit <= '?' && held.length < 256 && !rxvtKey.test(body())) return;
    else if (answer.test(body())) forget();
    else {
      const paste = held === '\x1b[200~';
      release();
      if (paste) state = 'paste';
      matched = 0;
    }
  }

  function inString(unit: string): void {
    if (unit === ESC) state = 'stringEscape';
    else if ('\x07\x18\x1a'.includes(unit) || held.length >= LONGEST) forget();
    else if (unit === '\x03') {
      forget(); // Ctrl-C always gets through
      out += unit;
    } else held += unit;
  }

  function hold(next: State, text: string): void {
    state = next;
    held = text;
  }

  /** without the ESC */
  function body(): string {
    return held.slice(1);
  }

  function release(): void {
    out += held;
    forget();
  }

  function forget(): void {
    state = 'ground';
    held = '';
  }
}
