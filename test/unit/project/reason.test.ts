import { describe, expect, it } from "vitest";
import { about, noSuchFile, reason } from "../../../dist/project/reason.js";

const refused = (code: string, message: string, syscall?: string) =>
  Object.assign(new Error(message), { code, ...(syscall !== undefined && { syscall }) });

describe("Why the system refused is said in a few words of both languages", () => {
  it.each([
    ["EACCES", "permission denied", "권한이 없습니다"],
    ["EBUSY", "is in use", "사용 중입니다"],
    ["EFBIG", "the file would be too large", "파일이 너무 커집니다"],
    ["EISDIR", "is a folder", "폴더입니다"],
    ["ELOOP", "too many symbolic links", "심볼릭 링크가 너무 많습니다"],
    ["EMFILE", "too many open files", "열린 파일이 너무 많습니다"],
    ["ENAMETOOLONG", "the name is too long", "이름이 너무 깁니다"],
    ["ENOENT", "no such file or folder", "파일이나 폴더가 없습니다"],
    ["ENOSPC", "no space left on the disk", "디스크에 남은 공간이 없습니다"],
    ["ENOTDIR", "no such file or folder", "파일이나 폴더가 없습니다"],
    ["ENXIO", "it cannot be read", "읽을 수 없습니다"],
    ["EPERM", "permission denied", "권한이 없습니다"],
    ["EPIPE", "the reading program has ended", "출력을 읽는 프로그램이 종료되었습니다"],
    ["EROFS", "the file system is read-only", "읽기 전용 파일 시스템입니다"],
  ])("Why the system refused is said in a few words: %s", (code, en, ko) => {
    const error = refused(code, `${code}: something else, open 'a'`, "open");
    expect(reason(error)).toEqual({ en, ko });
  });
  it("Why the system refused is said in its own words where they are no others", () => {
    const both = (words: string) => ({ en: words, ko: words });
    expect(reason(refused("EXDEV", "EXDEV: cross-device link, rename 'a'", "rename"))).toEqual(
      both("cross-device link"),
    );
    expect(reason(refused("EODD", "in no form", "open"))).toEqual(both("in no form"));
    expect(reason(refused("toString", "of every object"))).toEqual(both("of every object"));
  });
  it("An error that no system gives is called a fault of paylint", () => {
    expect(reason(new TypeError("x is not a function"))).toEqual({
      en: "internal error of paylint, please report it: x is not a function",
      ko: "paylint 내부 오류입니다. 개발자에게 알려 주세요: x is not a function",
    });
  });
  it("What is said of a file has its name before it", () => {
    expect(about("a.js", noSuchFile)).toEqual({
      en: "a.js: no such file or folder",
      ko: "a.js: 파일이나 폴더가 없습니다",
    });
  });
});
