/** Bytes of a list over HTTP; the largest that is published for a Land has half a mebibyte. On the host more is read. */
export const UPLOADED_BYTES = 4 * 1024 * 1024;
