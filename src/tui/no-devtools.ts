/** Stands in for react-devtools-core, which Ink asks for only in development: keeps 15 MB out of the bundle. */
export default {
  initialize(): void {},
  connectToDevTools(): void {},
};
