/** A telephone number with its middle hidden: `138****6621`. Short numbers keep their last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length >= 10) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  if (phone.length >= 5) return `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}`;
  return '*'.repeat(phone.length);
}

/** What stands before the end that somebody typed of a number of that length, hidden as `maskPhone` hides it. */
export function maskBefore(before: string, length: number): string {
  const shown = length >= 10 ? 3 : 0;
  return before.slice(0, shown) + '*'.repeat(Math.max(0, before.length - shown));
}

/** An identity number with birth and sequence hidden: `310***********1234`. */
export function maskId(id: string): string {
  return `${id.slice(0, 3)}${'*'.repeat(Math.max(0, id.length - 7))}${id.slice(-4)}`;
}

/** Whether a value of the wire looks like a citizen's identity number, of eighteen places or the old fifteen. */
export function looksLikeId(value: string): boolean {
  return /^(\d{17}[\dXx]|\d{15})$/.test(value.trim());
}

/** A telephone number in groups for reading it aloud: `138 1234 6621`. */
export function spacePhone(phone: string): string {
  return phone.length === 11 && phone.startsWith('1')
    ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
    : phone;
}

/** Whether a label and value of the wire look like a telephone number. */
export function looksLikePhone(value: string): boolean {
  return !/^\d{4}-\d{2}-\d{2}/.test(value) && /^\d{7,12}$/.test(value.replaceAll(/[\s-]/g, ''));
}

/** Mobile numbers, numbers with an area code or of a service line, and citizens' identity numbers, inside other words. */
const NUMBERS = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[\s-]?\d{7,8}|400[\s-]?\d{3}[\s-]?\d{4})(?!\d)/g;

/** What somebody wrote, with the numbers in it hidden as everywhere; the same text where there is none. */
export function maskNumbersIn(text: string): string {
  return text.replaceAll(NUMBERS, (number) => (looksLikeId(number) ? maskId(number) : maskPhone(number.replaceAll(/\D/g, ''))));
}
