// the tests of every run that are thinned there, whole: all ways in of a password, the slowest line
import '../cli/canary.test.ts';
import '../pty/slow-line.test.ts';
