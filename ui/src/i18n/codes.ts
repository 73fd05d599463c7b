import { zhCN } from './zh-CN';
import { texts } from './index';

/** The groups of the catalogue whose keys are codes of the wire. */
export type CodeGroup = keyof typeof zhCN.code;

/** The word for a code of the wire; a code that the catalogue does not know stands for itself. */
export function codeText(group: CodeGroup, code: string): string {
  const key = `code.${group}.${code}`;
  return texts.exists(key) ? texts.t(key as never) : code;
}

/** The codes of a group with their words, in the order of the catalogue. */
export function codesOf(group: CodeGroup): { value: string; label: string }[] {
  return Object.keys(zhCN.code[group]).map((value) => ({ value, label: codeText(group, value) }));
}

/** What an error is called. */
export function errorText(code: string): string {
  const key = `error.code.${code}`;
  return texts.exists(key) ? texts.t(key as never) : texts.t('error.unknown');
}

/** What a field of an import is called: `on.handled` is a milestone, anything unknown stands for itself. */
export function fieldText(code: string): string {
  return code.startsWith('on.') ? codeText('milestone', code.slice(3)) : codeText('field', code);
}
