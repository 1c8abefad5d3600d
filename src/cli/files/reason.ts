const known: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EBUSY: "is in use",
  EFBIG: "the file would be too large",
  EISDIR: "is a folder",
  ELOOP: "too many symbolic links",
  EMFILE: "too many open files",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "no such file or folder",
  ENOSPC: "no space left on the disk",
  ENOTDIR: "no such file or folder",
  ENXIO: "nothing can be read from it",
  EPERM: "permission denied",
  EPIPE: "nobody reads it any more",
  EROFS: "the file system is read-only",
};

/** Why the system refused, in a few words; of any other error its message. */
export function reason(error: unknown): string {
  const { code = "", message, syscall } = error as NodeJS.ErrnoException;
  if (Object.hasOwn(known, code)) return known[code] as string;
  // Node writes "ECODE: in words, call 'path'".
  return syscall === undefined ? message : (/^\w+: ([^,]+)/.exec(message)?.[1] ?? message);
}
