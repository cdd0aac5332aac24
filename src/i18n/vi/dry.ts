/** Before what a dry run says. */
export const dry = (dryRun: boolean): string => (dryRun ? 'Chạy thử, chưa ghi gì: ' : '');
