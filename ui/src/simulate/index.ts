// The part of the page that runs a map, without the page: what the tests hold against Python.

export { Draws } from "./draws";
export { finished, run } from "./ensemble";
export { net, settle, step } from "./rule";
export { waysTo } from "./ways";
export { arrowsOf } from "./weights";
export { parsedTrial, writeTrial } from "./trial";
