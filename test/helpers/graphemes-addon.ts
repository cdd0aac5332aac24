/**
 * The emulator's addon that counts whole graphemes. It reads its table from the beginning of the memory below the Buffer
 * that holds it, and finds something else there where that memory is Node's common pool: on Node 26, which pools more,
 * as soon as another module was first. So it is loaded without a pool.
 */
const { poolSize } = Buffer;
Buffer.poolSize = 0;
const { UnicodeGraphemesAddon } = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;

export { UnicodeGraphemesAddon };
