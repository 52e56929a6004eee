import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** Tags that our own Markdown makes; none of them carries an address. */
const OWN_TAGS =
  /^<\/?(?:h[1-6]|p|strong|em|code|pre|table|thead|tbody|tr|t[hd]|ul|ol|li|blockquote|details|summary|sub|sup|br|hr)(?: (?:align="(?:left|right|center)"|class="language-sh"))?(?: \/)?>$/;

/** What GitHub turns into something in text, once entities are decoded: mentions, references, commits and addresses. */
const LIVE_TEXT = [
  /(?<![\w`])@[a-z\d]/i,
  /(?<![\w&])#\d/,
  /\bGH-\d/i,
  /\b[\w-]+\/[\w.-]+[#@][\da-f]/i,
  /\bhttps?:\/\//i,
  /\bwww\.[a-z\d]/i,
];

/**
 * What a stranger's text came to in Markdown as a real parser (CommonMark with GitHub's extensions) reads it: tags that are not ours, links to
 * other places than the given ones, and text that GitHub brings to life. Empty when all of it stayed text.
 */
export function foreignRendering(markdown: string, ownLinks: readonly string[]): string[] {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  const own = new Set(ownLinks.map((link) => `<a href="${link}">`));
  const withoutComments = html.replace(/^<!-- shotclock:[ -=?-~]*-->/, '');
  const tags = (withoutComments.match(/<[a-z!/][^>]*>/gi) ?? []).filter(
    (tag) => !OWN_TAGS.test(tag) && !own.has(tag) && tag !== '</a>',
  );
  const text = decode(withoutComments.replaceAll(/<(pre|code)\b[\s\S]*?<\/\1>|<[^>]*>/g, ' '));
  return [...tags, ...LIVE_TEXT.flatMap((pattern) => pattern.exec(text)?.[0] ?? [])];
}

function decode(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
}
