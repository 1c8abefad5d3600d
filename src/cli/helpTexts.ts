import type { Text } from "../validator/types.js";
import type { CommandName } from "./commands/index.js";

/** What a part of the command line is for: how it is written, and what it does. */
export type HelpEntry = readonly [form: string, does: Text];

export const lint: HelpEntry = [
  "paylint [options] <path...>",
  {
    en: "check files, folders, globs, or - for standard input",
    ko: "파일, 폴더, glob, 또는 -(표준 입력)를 검사합니다",
  },
];

interface CommandHelp {
  readonly entry: HelpEntry;
  /** Its own options. */
  readonly options?: readonly HelpEntry[];
  /** Command lines that one can try. */
  readonly examples: readonly string[];
}

export const commandHelp: Readonly<Record<CommandName, CommandHelp>> = {
  init: {
    entry: [
      "paylint init",
      {
        en: "write a configuration, a CI step and an npm script, after asking",
        ko: "몇 가지 질문에 답하면 설정 파일, CI 설정, npm 스크립트를 만듭니다",
      },
    ],
    options: [["--yes", { en: "use the defaults", ko: "질문 없이 기본값을 사용합니다" }]],
    examples: ["paylint init", "paylint init --yes --locale ko"],
  },
  rules: {
    entry: [
      "paylint rules [id|group|word]",
      {
        en: "list the rules, some of them, or explain one with examples",
        ko: "규칙 목록을 보거나, 규칙 하나를 예시와 함께 설명합니다",
      },
    ],
    options: [
      ["--kind <kind>", { en: "only rules of this kind", ko: "이 종류의 규칙만 봅니다" }],
      ["--format pretty|json", { en: "how they are printed", ko: "출력 형식" }],
    ],
    examples: [
      "paylint rules issuer",
      "paylint rules issuer/site-url",
      "paylint rules --kind ksnet.v1.cancel --format json",
    ],
  },
  explain: {
    entry: [
      "paylint explain <text>",
      {
        en: "find the rule behind an error message, or a part of one",
        ko: "오류 메시지(일부도 가능)에 해당하는 규칙을 찾습니다",
      },
    ],
    examples: ['paylint explain "payMethod는 필수 파라미터입니다"', "paylint explain ALREADY_PAID"],
  },
  gateways: {
    entry: [
      "paylint gateways [id]",
      {
        en: "list the gateways, or what one asks for beyond PortOne",
        ko: "PG사 목록이나 PG사별 추가 규칙을 봅니다",
      },
    ],
    examples: ["paylint gateways", "paylint gateways ksnet"],
  },
  compare: {
    entry: [
      "paylint compare <from> <to> [path...]",
      {
        en: "what changes between two gateways: in the rules, or in your own calls",
        ko: "PG사를 바꿀 때 달라지는 규칙이나, 내 코드에서 바꿔야 할 호출을 봅니다",
      },
    ],
    examples: ["paylint compare inicis ksnet", "paylint compare inicis ksnet src"],
  },
  schema: {
    entry: [
      "paylint schema <kind>",
      { en: "print a kind's JSON Schema", ko: "JSON Schema를 출력합니다" },
    ],
    examples: ["paylint schema ksnet.v1.request-pay > request-pay.schema.json"],
  },
  types: {
    entry: [
      "paylint types <kind>",
      { en: "print a kind's TypeScript types", ko: "TypeScript 타입을 출력합니다" },
    ],
    examples: ["paylint types ksnet.v1.request-pay"],
  },
  baseline: {
    entry: [
      "paylint baseline [path...]",
      {
        en: "record today's findings; later runs show only new ones",
        ko: "현재 문제를 기록합니다. 이후에는 새로운 문제만 표시합니다",
      },
    ],
    examples: ["paylint baseline", "paylint baseline src"],
  },
  migrate: {
    entry: [
      "paylint migrate <path...>",
      {
        en: "rewrite payments of PortOne V1 for V2: show a diff and a report",
        ko: "포트원 V1 결제 코드를 V2로 바꿉니다. 차이와 보고서를 보여 줍니다",
      },
    ],
    options: [
      [
        "--write",
        {
          en: "write the changes instead of showing them",
          ko: "차이를 보여 주지 않고 파일에 씁니다",
        },
      ],
      [
        "--pg <gateway>",
        {
          en: "gateway of the calls that do not name theirs",
          ko: "PG사를 지정하지 않은 호출의 PG사",
        },
      ],
      ["--kind <kind>", { en: "what the input is", ko: "결제 데이터의 종류" }],
      [
        "--stdin-filename <name>",
        { en: "name, and so the format, of standard input", ko: "표준 입력의 파일 이름(형식)" },
      ],
    ],
    examples: ["paylint migrate src", "paylint migrate --write --pg ksnet src/pay.js"],
  },
  lsp: {
    entry: [
      "paylint lsp",
      { en: "run the language server for editors", ko: "에디터용 언어 서버를 실행합니다" },
    ],
    options: [
      [
        "--stdio",
        { en: "use standard input and output (always on)", ko: "표준 입출력 사용(기본 동작)" },
      ],
    ],
    examples: ["paylint lsp --stdio"],
  },
  help: {
    entry: [
      "paylint help [command]",
      {
        en: "print this, or the help of a command",
        ko: "이 도움말이나 명령의 도움말을 출력합니다",
      },
    ],
    examples: ["paylint help rules"],
  },
};

export const options: readonly HelpEntry[] = [
  [
    "--kind <kind>",
    {
      en: "kind of the input (default: from its $schema, the configuration or its name)",
      ko: "결제 데이터의 종류. 지정하지 않으면 $schema, 설정 파일, 파일 이름으로 판단합니다",
    },
  ],
  [
    "--pg <gateway>",
    {
      en: "treat every call as this gateway's: what would break if we moved?",
      ko: "모든 호출을 이 PG사의 호출로 검사합니다. PG사를 바꾸면 무엇이 달라지는지 볼 수 있습니다",
    },
  ],
  [
    "--environment pc|mobile|any",
    {
      en: "where the payload is used (default any: both)",
      ko: "결제 환경(기본값 any: PC와 모바일 모두)",
    },
  ],
  [
    "--locale en|ko",
    {
      en: "language (default: PAYLINT_LOCALE, the configuration, on a terminal the system's)",
      ko: "언어. 지정하지 않으면 PAYLINT_LOCALE, 설정 파일, 터미널에서는 시스템 언어를 따릅니다",
    },
  ],
  [
    "--format pretty|compact|json|sarif|github|junit",
    { en: "how findings are printed (default pretty)", ko: "출력 형식(기본값 pretty)" },
  ],
  [
    "--fix, --unsafe-fixes",
    {
      en: "apply the safe fixes, or all; for standard input, print the fixed text",
      ko: "안전한 수정만, 또는 모든 수정을 적용합니다. 표준 입력이면 수정한 내용을 출력합니다",
    },
  ],
  [
    "--diff",
    { en: "show fixes instead of writing them", ko: "수정을 적용하지 않고 차이만 보여 줍니다" },
  ],
  [
    "--rule <id>=off|info|warning|error",
    {
      en: "change a rule's severity, or a group's (tax/*); may be repeated",
      ko: "규칙이나 그룹(tax/*)의 심각도를 바꿉니다. 여러 번 쓸 수 있습니다",
    },
  ],
  [
    "--max-warnings <n>",
    { en: "fail above n warnings", ko: "경고가 n개를 넘으면 실패로 처리합니다" },
  ],
  [
    "--fail-on-unchecked",
    {
      en: "fail when a payment call could not be checked",
      ko: "검사하지 못한 결제 호출이 있으면 실패로 처리합니다",
    },
  ],
  ["--quiet", { en: "print errors only", ko: "오류만 출력합니다" }],
  [
    "--verbose",
    {
      en: "print every marked line, source, fix, call and skipped call",
      ko: "문제가 있는 모든 줄, 출처, 수정 방법, 검사한 호출과 검사하지 않은 호출을 출력합니다",
    },
  ],
  [
    "--statistics",
    { en: "print how often each rule was broken", ko: "규칙별 위반 횟수를 출력합니다" },
  ],
  [
    "--since <ref>",
    {
      en: "only files that have changed since a commit (default path: .)",
      ko: "커밋 이후 변경된 파일만 검사합니다(기본 경로 .)",
    },
  ],
  [
    "--no-baseline",
    {
      en: "also show the findings in paylint.baseline.json",
      ko: "paylint.baseline.json에 기록된 문제도 표시합니다",
    },
  ],
  [
    "--config <file>",
    {
      en: "default: paylint.config.json, from the working folder upward",
      ko: "설정 파일. 기본값은 현재 폴더나 상위 폴더의 paylint.config.json입니다",
    },
  ],
  [
    "--stdin-filename <name>",
    { en: "file name, and so the format, of standard input", ko: "표준 입력의 파일 이름(형식)" },
  ],
  [
    "--jobs <n>",
    {
      en: "check the lines of NDJSON on n threads (default: all cores for large files)",
      ko: "NDJSON을 스레드 n개로 검사합니다(기본값: 큰 파일은 모든 코어)",
    },
  ],
  ["--version, --help", { en: "", ko: "" }],
];

export const words = {
  commands: { en: "Commands", ko: "명령" },
  options: { en: "Options", ko: "옵션" },
  examples: { en: "Examples", ko: "예" },
  end: {
    en: `A gateway is named by company (inicis) or by code (html5_inicis).

Exit status: 0 no error found; 1 an error, too many warnings, or an unchecked call where asked;
2 usage, configuration or I/O error; 141 the output was closed.
`,
    ko: `PG사는 회사 이름(inicis)이나 코드(html5_inicis)로 지정합니다.

종료 코드: 0 오류 없음. 1 오류가 있거나, 경고가 허용한 수보다 많거나, 검사하지 못한 호출이 있음(옵션 사용 시).
2 잘못된 사용법, 설정, 입출력 오류. 141 출력이 닫힘.
`,
  },
} as const satisfies Record<string, Text>;
