import type { PastWords } from './past-words.ts';

export const chinesePast: PastWords = {
  control: '查看过去的样子…',
  onDay: '某一天',
  atMoment: '某一时刻（UTC）',
  show: '显示',
  endOf: (day) => `${day}结束时（UTC）`,
  at: (day, time) => `${day} ${time}（UTC）`,
  cited: (day, time) => (time === null ? `${day}结束时（UTC）` : `${day} ${time}（UTC）`),
  asItStood: (moment) => `这是${moment}的样子。`,
  notSince: '此后在这里记录、更正或撤回的内容不在本页。',
  notOver: '这一时刻尚未到来：以下是到目前为止的内容。',
  present: '查看现在',
  notThen: '到那时为止，这一地址下还没有任何记录。',
  nothingYet: '到那时为止，这里还没有任何记录。',
  wrong: (came) => `asOf：应为日期，如 2026-11-22，或时刻，如 2026-11-22T08:00:00Z，但收到的是“${came}”。`,
  wrongId: (id) => `“${id}”带有时刻。请只用 id，并用 asOf 说明时刻。`,
  noEmbed: '嵌入内容不接受 asOf：主张的嵌入可在名称后用 @ 加时刻来固定，并注明此后的记录。',
  noFile: '这些数据反映当前状态，不接受 asOf；图片和 API 可以。',
  tooLarge: '到那一时刻记录的内容超出了这里能重建的数量。请选更早的时刻。',
  busy: '正在重建其他时刻。请稍后再试。',
};
