import { createContext, useContext } from 'react';
import type { Day } from './dates';

/** A day of the calendar, as a wall calendar prints it. */
export type MonthDay = {
  day: Day;
  /** 廿九; on the first day of a lunar month the month's name. */
  lunar: string;
  /** A festival or holiday on it. */
  name: string | null;
  /** `rest`: a day off by the table; `work`: a day on which everybody makes up. */
  mark: string | null;
  works: boolean;
};

type UseMonth = (month: string) => MonthDay[] | undefined;

const Months = createContext<UseMonth>(() => undefined);

/** Gives the office's calendar to everything below: a hook that asks for the weeks of a month. */
export const MonthsProvider = Months.Provider;

/** The whole weeks that hold the month `2026-10`, as soon as they are known. */
export const useMonth: UseMonth = (month) => useContext(Months)(month);
