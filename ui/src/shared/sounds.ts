/** The readings of each character of a text, in letters. */
export type Sounds = string[][];

/**
 * Whether what was typed finds a text: by characters anywhere in it, or by sound from any character on: initials, whole
 * syllables, or both mixed (`zhq`, `zhiq` for 志强).
 */
export function soundsLike(typed: string, text: string, sounds: Sounds | undefined): boolean {
  const wanted = typed.trim().toLowerCase().replaceAll(' ', '');
  if (wanted === '' || text.toLowerCase().includes(wanted)) return true;
  return sounds?.some((_, from) => reads(wanted, sounds, from)) ?? false;
}

function reads(wanted: string, sounds: Sounds, at: number): boolean {
  if (wanted === '') return true;
  const readings = sounds[at];
  if (!readings || readings.length === 0) return false;
  return readings.some((reading) => {
    if (reading.startsWith(wanted)) return true;
    const isWhole = wanted.startsWith(reading) && reads(wanted.slice(reading.length), sounds, at + 1);
    return isWhole || (reading[0] === wanted[0] && reads(wanted.slice(1), sounds, at + 1));
  });
}
