/** Numbers written in words, by the beginning of the word in the inflected languages. */
const inWords =
  /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|дв(а|е|ух|ое)|тр(и|ех|ое)|четыре\S*|пят(ь|и|еро)|шест(ь|и|еро)|сем(ь|и|еро)|вос(е)?м(ь|и)|девят(ь|и)|десят\S*|дюжин\S*|сот(ни|ен|ня)|сто|тысяч\S*|миллион\S*|миллиард\S*|половин\S*|еки|екеу\S*|уш|ушеу\S*|торт\S*|бес|бесеу\S*|алты|жети|сегиз|тогиз|тогыз|он|ондаган|жуз\S*|мын\S*|миллиард\S*|жарты\S*)$/;

/** Whether a folded word is a number, in digits or words. */
export const isNumber = (folded: string): boolean => /^\d/.test(folded) || inWords.test(folded);

// biome-ignore format: a table reads best in rows
const small: readonly string[] = [
  '2 two два две двух двум двумя двое двоих еки екеу екеуи', '3 three три трех трем тремя трое троих уш ушеу ушеуи',
  '4 four четыре четырех четырем четверо четверых торт тортеу', '5 five пять пяти пятью пятеро пятерых бес бесеу',
  '6 six шесть шести шестью шестеро шестерых алты', '7 seven семь семи семеро семерых жети жетеу',
  '8 eight восемь восьми восьмеро сегиз', '9 nine девять девяти девятью тогыз', '10 ten десять десяти десятью',
  '11 eleven одиннадцать одиннадцати', '12 twelve двенадцать двенадцати', '15 fifteen пятнадцать пятнадцати',
  '20 twenty двадцать двадцати жиырма', '30 thirty тридцать тридцати отыз', '40 forty сорок кырык',
  '50 fifty пятьдесят пятидесяти елу', '100 сто ста жуз',
];
const digits = new Map(
  small.flatMap((row) => {
    const [digit, ...forms] = row.split(' ') as [string, ...string[]];
    return forms.map((form) => [form, digit] as const);
  }),
);

/** A folded word that is a small number, in digits: "five", "пятеро" and "бес" are "5"; any other word as it is. */
export const inDigits = (folded: string): string => digits.get(folded) ?? folded;
