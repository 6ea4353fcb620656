/** A section of RESULTS.md, by the heading it begins with. */
const HEADING = /^(?=## )/m;

const headingOf = (section: string): string => section.slice(0, section.indexOf('\n'));

/** The results with these sections in the place of those of the same heading; new ones stand at the end. */
export function renewed(results: string, measured: readonly string[]): string {
  const [head, ...sections] = results.split(HEADING).map((section) => section.trimEnd());
  const now = new Map(measured.map((section) => [headingOf(section), section.trimEnd()]));
  const kept = sections.map((section) => {
    const heading = headingOf(section);
    const newer = now.get(heading);
    now.delete(heading);
    return newer ?? section;
  });
  return `${[head, ...kept, ...now.values()].join('\n\n')}\n`;
}

/** A section that says when and where it was measured. */
export function dated(section: string, when: string): string {
  const end = section.indexOf('\n');
  return `${section.slice(0, end)}\n\n${when}.${section.slice(end)}`;
}
