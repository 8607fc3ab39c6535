const idBits = 2 ** 31;

/** A frame's id to be read: Firefox's have the number of a process above 31 bits, and come out as `8.1`. */
export function frameNumber(frameId: number): string {
  const process = Math.floor(frameId / idBits);
  return process > 0 ? `${process}.${frameId % idBits}` : `${frameId}`;
}
