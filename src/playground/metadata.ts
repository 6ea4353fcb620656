import type { Language } from '../language';

// functions.json as the add-in build writes it, as far as the sheet needs it.

export interface Parameter {
  name: string;
  description: string;
  type: string;
  dimensionality?: 'scalar' | 'matrix';
  optional?: boolean;
  customEnumId?: string;
}

export interface FunctionMetadata {
  id: string;
  name: string;
  description: string;
  parameters: Parameter[];
}

export interface Choice {
  name: string;
  stringValue: string;
  tooltip?: string;
}

export interface Metadata {
  functions: FunctionMetadata[];
  enums?: { id: string; values: Choice[] }[];
}

const FILES: Record<Language, string> = { en: 'functions.json', zh: 'functions.zh-CN.json' };

export async function loadMetadata(language: Language): Promise<Metadata> {
  const response = await fetch(FILES[language]);
  if (!response.ok) throw new Error(`${FILES[language]}: ${response.status}`);
  return (await response.json()) as Metadata;
}

/** The words a choice parameter accepts; none for any other parameter. */
export function choicesOf(metadata: Metadata, parameter: Parameter): Choice[] {
  const id = parameter.customEnumId?.toUpperCase();
  return metadata.enums?.find((candidate) => candidate.id.toUpperCase() === id)?.values ?? [];
}
