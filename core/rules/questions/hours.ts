import { halfWidth, squeeze } from '../../base/text.ts';

/** Hours of the day as texts state them. */

const RANGE =
  /(上午|下午|中午|晚上?)?(\d{1,2})(?:[:：]|时|点)(\d{2})?分?(?:[-—–－~～]+|至|到)(?:下午|晚上?)?(\d{1,2})(?:[:：]|时|点)(\d{2})?/gu;

/** 上午8:30—12:00，下午2:30—5:30 → 08:30—12:00, 14:30—17:30, in the order of the day. */
export function hoursIn(text: string): string[] {
  const found = [...halfWidth(squeeze(text)).matchAll(RANGE)].map(
    ([, half = '', fromHour, fromMinute, toHour, toMinute]) => {
      const isLate = half === '下午' || half.startsWith('晚');
      const clock = (hour: string | undefined, minute: string | undefined): string => {
        const plain = Number(hour);
        return `${String(isLate && plain < 12 ? plain + 12 : plain).padStart(2, '0')}:${minute ?? '00'}`;
      };
      return `${clock(fromHour, fromMinute)}—${clock(toHour, toMinute)}`;
    },
  );
  return found.sort();
}

/** Hours of a season, of holidays, or of something beside the hall. */
const UNUSUAL =
  /[夏冬春秋]|周[六日末]|星期[六日天]|双休|节假日|假期|值班|延时|错时|预约|自助|除外|试行|特殊|汛期|热线|电话|网上|室|馆|食堂|村|社区|月/u;

/** True where the hours are those of every working day. */
export const isUsualHours = (text: string): boolean => !UNUSUAL.test(text);
