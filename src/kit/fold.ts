/** Words as they are compared, however they were typed. */

/** Without full-width forms, blanks around it and letter case. */
export const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** As `folded`, and without any blanks. */
export const unspaced = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
