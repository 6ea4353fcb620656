/** Groups of items that must go together: within one, each is tied to another, in either direction. */
export function tiedGroups<T>(items: readonly T[], reads: (reader: T, from: T) => boolean): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (const item of items) {
    const tied = groups.filter((group) => group.some((other) => reads(other, item) || reads(item, other)));
    for (const group of tied) groups.splice(groups.indexOf(group), 1);
    groups.push([...tied.flat(), item]);
  }
  return groups;
}
