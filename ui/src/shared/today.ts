import { createContext, useContext } from 'react';
import type { Day } from './dates';

const Today = createContext<Day>('');

/** Gives the office's day to everything below. */
export const TodayProvider = Today.Provider;

/** The office's day. */
export const useToday = (): Day => useContext(Today);
