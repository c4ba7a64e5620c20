const TODAY = '今天 ';

/**
 * A moment as people write it, on the clock of this computer: 今天 09:41, 11月26日 09:41, 2025年11月26日 09:41; a day alone
 * without the time. What is no moment is given back as it is.
 * @param at ISO date or date-time; without a zone it is the time of this computer
 */
export function timeWords(at: string, now: Date = new Date()): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(at);
  const date = new Date(isDay ? `${at}T00:00` : at);
  if (Number.isNaN(date.getTime())) return at;
  const time = [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  const sameYear = date.getFullYear() === now.getFullYear();
  const today = sameYear && date.getMonth() === now.getMonth() && date.getDate() === now.getDate();
  const day = `${sameYear ? '' : `${date.getFullYear()}年`}${date.getMonth() + 1}月${date.getDate()}日`;
  if (isDay) return today ? TODAY.trim() : day;
  return today ? `${TODAY}${time}` : `${day} ${time}`;
}
