// Preloaded into every function that the local agent starts: its standard input is a pipe that the agent never
// writes to, so its end means that the agent is gone, however it went. No function outlives it.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
process.stdin.unref();
