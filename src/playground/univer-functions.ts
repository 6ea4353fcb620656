// Function metadata into the engine's own terms: one class that calculates and one description that helps, per function.
import type { Language, Text } from '../language';
import type { Nullable } from '@univerjs/core';
import type { BaseValueObject, ErrorType, IFunctionInfo } from '@univerjs/preset-sheets-core';
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorValueObject,
  FunctionType,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/preset-sheets-core';
import { type Argument, call, type ErrorArgument, type Fault, fault, isFault, type Plain, type Shown } from './host';
import { choicesOf, type FunctionMetadata, type Metadata, type Parameter } from './metadata';

export const NAMESPACE = 'RZRQ';

/** Under this key the cell of an error carries what the function said about it, as a Fault. */
export const FAULT_KEY = 'fault';

/** More than any function takes: the engine's own count of arguments would say #N/A without a word. */
const ANY_NUMBER = 255;

const TOO_FEW: Text = { zh: '缺少参数：', en: 'Missing argument: ' };
const TOO_MANY: Text = { zh: '参数过多，最多 {most} 个。', en: 'Too many arguments: {most} at most.' };
const ONE_CELL: Text = { zh: '只能填一个值：', en: 'Takes a single value: ' };
const CHOICES: Text = { zh: '可填：', en: 'One of: ' };
const SEPARATOR: Text = { zh: '、', en: ', ' };

export function nameOf(metadata: FunctionMetadata): string {
  return `${NAMESPACE}.${metadata.name}`;
}

/** The class the engine calls for one function. */
export function functionClass(metadata: FunctionMetadata, language: Language): typeof BaseFunction {
  const { parameters } = metadata;
  return class extends BaseFunction {
    override minParams = 0;
    override maxParams = ANY_NUMBER;

    /** The engine would make a date of "05/01/2025" before the function sees what was typed. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...values: BaseValueObject[]): BaseValueObject {
      if (values.length > parameters.length)
        return refused(TOO_MANY[language].replace('{most}', String(parameters.length)));
      const args: Argument[] = [];
      for (const [index, parameter] of parameters.entries()) {
        const value = values[index];
        if (!value && !parameter.optional) return refused(TOO_FEW[language] + parameter.name);
        const argument = value ? argumentOf(value, parameter) : null;
        if (argument === undefined) return refused(ONE_CELL[language] + parameter.name);
        args.push(argument);
      }
      return this.result(call(metadata.id, args));
    }

    private result(rows: Shown[][]): BaseValueObject {
      return ArrayValueObject.create({
        calculateValueList: rows.map((row) => row.map(shownObject)),
        rowCount: rows.length,
        columnCount: rows[0]!.length,
        unitId: this.unitId ?? '',
        sheetId: this.subUnitId ?? '',
        row: this.row,
        column: this.column,
      });
    }
  };
}

/** The help the formula editor shows while the function is typed. */
export function description(metadata: Metadata, fn: FunctionMetadata, language: Language): IFunctionInfo {
  return {
    functionName: nameOf(fn),
    functionType: FunctionType.User,
    description: fn.description,
    abstract: fn.description,
    functionParameter: fn.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description + choiceWords(metadata, parameter, language),
      example: parameter.name,
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

function choiceWords(metadata: Metadata, parameter: Parameter, language: Language): string {
  const words = choicesOf(metadata, parameter).map(({ stringValue, name, tooltip = name }) => {
    const other = name === stringValue ? tooltip : name;
    return other === stringValue ? `"${stringValue}"` : `"${stringValue}" (${other})`;
  });
  return words.length > 0 ? `\n${CHOICES[language]}${words.join(SEPARATOR[language])}` : '';
}

/** What a parameter receives; undefined when a block of cells meets a parameter that takes one value. */
function argumentOf(value: BaseValueObject, parameter: Parameter): Argument | undefined {
  const rows = value.isArray() ? rowsOf(value as ArrayValueObject) : [[plain(value)]];
  if (parameter.dimensionality === 'matrix') return rows;
  return rows.length === 1 && rows[0]?.length === 1 ? rows[0][0] : undefined;
}

function rowsOf(array: ArrayValueObject): (Plain | ErrorArgument)[][] {
  const columns = array.getColumnCount();
  return Array.from({ length: array.getRowCount() }, (_row, row) =>
    Array.from({ length: columns }, (_cell, column) => plain(array.get(row, column))),
  );
}

function plain(value: Nullable<BaseValueObject>): Plain | ErrorArgument {
  if (!value || value.isNull()) return null;
  if (value.isError()) return { type: 'CustomFunctionError', code: (value as ErrorValueObject).getErrorType() };
  return value.getValue() as Plain;
}

function shownObject(value: Shown): BaseValueObject {
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  return isFault(value) ? errorObject(value) : BooleanValueObject.create(value);
}

// Not ErrorValueObject.create: it shares one object between all cells, and each of ours carries its own words.
function errorObject(said: Fault): BaseValueObject {
  const error = new ErrorValueObject(said.basicValue as ErrorType);
  error.withCustomData({ [FAULT_KEY]: said });
  return error;
}

function refused(message: string): BaseValueObject {
  return errorObject(fault('#VALUE!', message));
}
