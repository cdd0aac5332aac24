/** Before what a dry run says. */
export const dry = (dryRun: boolean): string => (dryRun ? 'ทดลองเท่านั้น ยังไม่ได้บันทึก: ' : '');
