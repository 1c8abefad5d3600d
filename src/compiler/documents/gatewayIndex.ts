import type { Locale } from "../../validator/types.js";
import type { GatewayRow } from "../tables/types.js";
import { escapeMarkdown, table } from "./markdown.js";
import type { Matrix } from "./matrixPicture.js";

const words = {
  en: {
    notice: "Generated from `schemas/` by `npm run generate`. Do not edit.",
    title: "Gateways",
    intro:
      "What each payment gateway asks for beyond PortOne's own rules. A page describes one code: its payment methods, requirements, keys of its own, installments, and what differs from PortOne's own rules.",
    head: ["gateway", "version", "code", "bypass keys"],
    methods: (version: string) => `Payment methods, ${version}`,
    methodsIntro:
      "The methods that the documents list. Gateways whose documents list none are left out.",
    companies: (version: string) => `Card companies, ${version}`,
    companiesIntro:
      "What a direct call of each card company needs in addition to a plain card payment: ✓ no further value, +2 two more values, ✗ cannot be called directly, ? doubtful. A gateway's page names the values. Gateways whose documents ask for nothing more are left out.",
    picture: "The table as a picture",
    methodsTitle: (version: string) => `Payment methods by gateway, ${version}`,
    companiesTitle: (version: string) => `Card companies by gateway, ${version}`,
    ending: "md",
  },
  ko: {
    notice: "`schemas/`에서 `npm run generate`로 만든 문서이므로 직접 수정하지 마세요.",
    title: "PG사",
    intro:
      "PG사별로 포트원 공통 규칙에 더해 필요한 값과 조건입니다. 문서마다 PG사 코드 하나의 결제수단, 필요한 값, 전용 파라미터, 할부, 포트원 공통 규칙과 다른 점을 설명합니다.",
    head: ["PG사", "버전", "코드", "bypass 키"],
    methods: (version: string) => `결제수단(${version})`,
    methodsIntro: "문서에 나오는 결제수단입니다. 결제수단 목록이 없는 PG사는 제외했습니다.",
    companies: (version: string) => `카드사(${version})`,
    companiesIntro:
      "카드사 다이렉트 호출에 일반 카드 결제보다 더 필요한 값입니다. ✓는 더 필요한 값 없음, +2는 값 두 개가 더 필요함, ✗는 다이렉트 호출 불가, ?는 불확실함을 뜻합니다. 필요한 값은 PG사 문서에 있습니다. 문서에 추가 조건이 없는 PG사는 제외했습니다.",
    picture: "표를 그림으로 보기",
    methodsTitle: (version: string) => `PG사별 결제수단(${version})`,
    companiesTitle: (version: string) => `PG사별 카드사(${version})`,
    ending: "ko.md",
  },
};

/** The two tables of one version. */
export interface VersionMatrices {
  readonly version: string;
  readonly methods: Matrix;
  readonly companies: Matrix | undefined;
}

/** File names of a version's pictures. */
export const matrixPictures = (version: string, locale: Locale) => ({
  methods: `methods.${version}.${locale}.svg`,
  companies: `card-companies.${version}.${locale}.svg`,
});

/** What a version's pictures are called. */
export const matrixTitles = (version: string, locale: Locale) => ({
  methods: {
    title: words[locale].methodsTitle(version.toUpperCase()),
    description: words[locale].methodsIntro,
  },
  companies: {
    title: words[locale].companiesTitle(version.toUpperCase()),
    description: words[locale].companiesIntro,
  },
});

/** The index of the gateways' pages in one language, with the tables that compare gateways. */
export function documentGatewayIndex(
  gateways: readonly GatewayRow[],
  hasPage: (code: string) => boolean,
  matrices: readonly VersionMatrices[],
  locale: Locale,
): string {
  const text = words[locale];
  const linked = (name: string, code: string) =>
    hasPage(code) ? `[${escapeMarkdown(name)}](${code}.${text.ending})` : escapeMarkdown(name);
  const shown = (matrix: Matrix, version: string, picture: string) => {
    const named = (name: string) => {
      const known = gateways.find(
        (one) => one.version === version && one.name[locale] === name && hasPage(one.code),
      );
      return known ? linked(name, known.code) : escapeMarkdown(name);
    };
    return [
      table(
        matrix.head.map(named),
        matrix.rows.map(([first, ...cells]) => [
          named(first?.text ?? ""),
          ...cells.map((cell) => escapeMarkdown(cell.text)),
        ]),
      ),
      `![${text.picture}](${picture})`,
    ];
  };
  const parts = [
    `<!-- ${text.notice} -->`,
    `# ${text.title}`,
    text.intro,
    table(
      text.head,
      gateways.map(({ code, name, version, bypass }) => [
        linked(name[locale], code),
        version.toUpperCase(),
        `\`${code}\``,
        bypass.map((key) => `\`${key}\``).join(", "),
      ]),
    ),
    ...matrices.flatMap(({ version, methods, companies }) => {
      const pictures = matrixPictures(version, locale);
      const called = version.toUpperCase();
      return [
        `## ${text.methods(called)}`,
        text.methodsIntro,
        ...shown(methods, version, pictures.methods),
        ...(companies
          ? [
              `## ${text.companies(called)}`,
              text.companiesIntro,
              ...shown(companies, version, pictures.companies),
            ]
          : []),
      ];
    }),
  ];
  return `${parts.join("\n\n")}\n`;
}
