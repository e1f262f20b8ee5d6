/** A file is kept and sent in pieces of 256 KB: small enough for a short write, large enough to be few. */
export const pieceBytes = 256 * 1024;
