/** Numbers written in words, by the beginning of the word in the inflected languages. */
const inWords =
  /^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|дв(а|е|ух|ое)|тр(и|ех|ое)|четыре\S*|пят(ь|и|еро)|шест(ь|и|еро)|сем(ь|и|еро)|вос(е)?м(ь|и)|девят(ь|и)|десят\S*|дюжин\S*|сот(ни|ен|ня)|сто|тысяч\S*|миллион\S*|миллиард\S*|половин\S*|еки|екеу\S*|уш|ушеу\S*|торт\S*|бес|бесеу\S*|алты|жети|сегиз|тогиз|тогыз|он|ондаган|жуз\S*|мын\S*|миллиард\S*|жарты\S*)$/;

/** Whether a folded word is a number, in digits or words. */
export const isNumber = (folded: string): boolean => /^\d/.test(folded) || inWords.test(folded);
