/** What stands in the place of what was masked. */
export const MASKED = {
  id: '【身份证号已隐去】',
  phone: '【电话已隐去】',
  card: '【银行卡号已隐去】',
  name: '【姓名已隐去】',
  paper: '【证件号已隐去】',
  plate: '【车牌号已隐去】',
  mail: '【邮箱已隐去】',
  account: '【账号已隐去】',
  birth: '【出生日期已隐去】',
  home: '【住址已隐去】',
} as const;
