/** Words that say how something is asked, not what about: dropped before ranking. */
import { eng, rus } from 'stopword';
import { fold } from './fold.ts';

const words = (text: string) => text.split(/\s+/);

const english = words(`
  when why whom whose whether did does done am been being be were was is are has have had having do doing not no nor
  it its he she they them we you i me my mine your yours his hers their theirs the a an of in on at to for from by with
  as or and but if than then so what which who where how there here this that these those please tell show give list
  name named called know about any anyone someone something anything everything explain describe exactly actually
  really just ever also during while per s t d ll ve re happen happened happens happening occur occurred took take takes
  taking place people person persons today say says saying tell told according
  compare compared comparison number numbers amount
  bot guy guys dude bloke folks ppl hi hello hey please pls plz thanks thank ok okay well actually basically literally kinda
  sort thing things stuff anyway maybe perhaps gonna wanna know knows knew remember wonder wondering curious interested
  whats whos wheres whens hows didnt doesnt dont wasnt isnt arent couldnt cant havent hasnt im`);

const russian = words(`
  когда где куда откуда кто кого кому кем ком чей чья чьи что чего чему чем какой какая какое какие каких каким каком
  какую сколько почему зачем как ли это эта эти этот был была было были быть есть расскажи расскажите скажи скажите
  покажи назови перечисли список такой такая такое такие который которая которые которых про о об по для из от до во
  со за при над под между и или а но же бы не ни да нет там тут здесь именно год году года годы г мне нам вам
  произошло происходило случилось случались человек людей люди человека сказал сказала сказали говорил говорили сравни сравните число количество
  набрал набрала получил получила получили
  ваш ваша ваше ваши ваших вашей вашем твой твои твоих твоей скока скоко скольк какого какому какими чьего чьему чьих этого этому этим этими этих того тому теми весь числа числу откуда взялся взялась взялось взялись всего всю всему всем
  бот парень парня парнем мужик мужика чувак короче вообще собственно кстати пожалуйста плиз спасибо привет
  здравствуйте подскажи подскажите объясни объясните напомни напомните поясни поясните опиши опишите знаешь
  знаете знает интересно узнать хочу хотел хотела хотелось насчет относительно точно примерно сейчас делал делала делали
  сделал сделала сделали делать происходит произошел произошла произошли случилась случился зовут звали называется
  называют назывался называлась называли стал стала стало стали каково каков какова каковы`);

const kazakh = words(`
  қашан қайда қайдан кім кімдер кімнің кімді кімге не нені ненің неге неліктен қалай қандай қай қайсы қанша неше нешеу
  сенің сіздің сендерде сізде сенде ма ме ба бе па пе және мен бен пен да де та те бұл осы сол ол олар оның оны оған үшін туралы жайлы жөнінде деген
  дегеніміз деп екен еді бар жоқ болды болған болып бола болса емес ғана тек әлде немесе бірақ сондай осындай айт айтшы
  айтып бер көрсет тізім атап кейін дейін бойы бойынша арқылы қарай ең өте жыл жылы жылғы жылдың жылда жылдан күні күн
  қайсысы ше шы ші қашаннан мына ана біз сіз мен сен маған бізге бір
  адам адамдар адамды адамның адамға айтты деді дейді алды саны салыстыр
  бот күн күнде күннің күнгі кез кезде кезінде уақыт уақытта уақытында жерде жерден дейтін дегендер дегенің өзі өз өзінің сонда
  енді айтыңыз айтыңызшы айтсаңыз айтып беріңіз беріңізші берші түсіндір түсіндіріп рахмет өтінемін сәлем салам сәлеметсіз
  білгім келеді білесің білесіз керек мүмкін шамамен дәл нақты істеді істеген жасады жасаған нешінші неткен қандайы қайсы
  атанды аталды аталады болып табылады болатын боп оған бері шамасында
  ға ге қа ке те тан тен дан ден ның нің дың дің тың тің ны ні ды ді ты ті нан нен`);

const lists: Record<string, readonly string[]> = {
  en: [...eng, ...english],
  ru: [...rus, ...russian],
  kk: kazakh,
};

const sets = new Map(Object.entries(lists).map(([language, list]) => [language, new Set(list.map(fold))]));

/** The folded stop words of a language; empty for a language without a list. */
export const stopWords = (language: string): ReadonlySet<string> => sets.get(language) ?? new Set();
