/**
 * A map that remembers what was asked for lately: `size` to twice that many values; older ones are forgotten, many at a
 * time, without keeping an order. The patched parts of Ink keep between frames in it what they know of a row.
 */
export class RecentMap<Value> {
  private now = new Map<string, Value>();
  private before = new Map<string, Value>();
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  get(key: string): Value | undefined {
    const value = this.now.get(key);
    if (value !== undefined) return value;
    const old = this.before.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, value: Value): void {
    if (this.now.size >= this.size) {
      this.before = this.now;
      this.now = new Map();
    }
    this.now.set(key, value);
  }
}
