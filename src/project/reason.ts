import type { Text } from "../validator/types.js";

const known: Readonly<Record<string, Text>> = {
  EACCES: { en: "permission denied", ko: "권한이 없습니다" },
  EBUSY: { en: "is in use", ko: "사용 중입니다" },
  EFBIG: { en: "the file would be too large", ko: "파일이 너무 커집니다" },
  EISDIR: { en: "is a folder", ko: "폴더입니다" },
  ELOOP: { en: "too many symbolic links", ko: "심볼릭 링크가 너무 많습니다" },
  EMFILE: { en: "too many open files", ko: "열린 파일이 너무 많습니다" },
  ENAMETOOLONG: { en: "the name is too long", ko: "이름이 너무 깁니다" },
  ENOENT: { en: "no such file or folder", ko: "파일이나 폴더가 없습니다" },
  ENOSPC: { en: "no space left on the disk", ko: "디스크에 남은 공간이 없습니다" },
  ENOTDIR: { en: "no such file or folder", ko: "파일이나 폴더가 없습니다" },
  ENXIO: { en: "it cannot be read", ko: "읽을 수 없습니다" },
  EPERM: { en: "permission denied", ko: "권한이 없습니다" },
  EPIPE: { en: "the reading program has ended", ko: "출력을 읽는 프로그램이 종료되었습니다" },
  EROFS: { en: "the file system is read-only", ko: "읽기 전용 파일 시스템입니다" },
};

export const noSuchFile = known.ENOENT as Text;

/** Why the system refused, in a few words. Any other error is a fault of paylint's own, and is called so. */
export function reason(error: unknown): Text {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined) {
    return {
      en: `internal error of paylint, please report it: ${message}`,
      ko: `paylint 내부 오류입니다. 개발자에게 알려 주세요: ${message}`,
    };
  }
  if (Object.hasOwn(known, code)) return known[code] as Text;
  // Node writes "ECODE: in words, call 'path'".
  const words = syscall === undefined ? message : (/^\w+: ([^,]+)/.exec(message)?.[1] ?? message);
  return { en: words, ko: words };
}

/** Words behind the name of the file that they are about. */
export const about = (file: string, { en, ko }: Text): Text => ({
  en: `${file}: ${en}`,
  ko: `${file}: ${ko}`,
});
