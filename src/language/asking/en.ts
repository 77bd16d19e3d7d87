import { type Asking, words } from './asking.ts';

export const english: Asking = {
  kinds: {
    compare: words('compare|comparison|versus|vs|difference between'),
    'how-long': words('how (long|many (days|weeks|months|years)|much time)'),
    'how-many': words(
      'how (many|much|large|big)|(what|which) (was the |is the )?(number|percentage|share|proportion|per cent|percent|turnout|sum|amount|total|toll|death toll)|number of',
    ),
    when: words(
      'when|(what|which) (exact )?(day|days|date|dates|year|years|month|century|decade)|(exact )?date (of|when)',
    ),
    where: words(
      'where|(what|which) (city|cities|town|towns|village|place|places|country|countries|region|regions|square|street)',
    ),
    why: words(
      'why|how come|what (caused|led to|triggered|sparked|made)|what for|over what|on what (grounds|charges?)|(what|which) reasons?|(reasons?|causes?) (for|of|behind)',
    ),
    name: words(
      '(what|whats) (is |was |were |are )?(the )?(full |first |last |real )?(name|names|surname|surnames) (of|did|does|do)|what (is|was|were|are) (the |his |her |their )?(\\S+ ){1,4}(called|named)',
    ),
    who: words(
      'who|whom|whose|whos|(what|which) (person|people|man|woman|politician|official|minister|party|organi[sz]ation|group|movement|candidates?|journalists?|activists?)',
    ),
    happened: words('what (happened|took place|occurred|went on|was happening|has happened)'),
    list: /^(list|name|show|give) |(?<=^| )(what|which) (events|protests|rallies|demonstrations|strikes|laws|organisations|others)(?= |$)/,
    'yes-no': /^(is|are|was|were|did|does|do|has|have|had|can|could)(?= )|(?<=^| )(is it|isnt it) true(?= |$)/,
    what: words('what|whats|which|how'),
  },
  duration: /\b(second|minute|hour|day|week|month|year|decade)s?\b/i,
  reason:
    /\b(because|since|as|over|for|due to|owing to|reason|cause[sd]?|so that|in order|to (protest|demand|honour|show|get|make|let)|after|against)\b/i,
  leader: /^(leader|chief|boss|chairman|chairwoman|director)( |$)|^(head|chair) of( |$)/,
  opinion: [
    /^(should|shall)(?= )/,
    words(
      'should (i|we|you|people|one)|(do|would) (you|u) (think|believe|like|agree|want|say|support|recommend|advise)|(your|ur) (opinion|view|take|thoughts)|what if|whose side|worth (it|going|joining)',
    ),
    /^(recommend|advise|predict)(?= )/,
    words('advice|tips|how (can|do|should|could|would) (i|we)'),
    /(?<=^| )will (there|he|she|they|it|the) .*(?<= )(be|win|happen|become|resign|fall|lose|change|end|continue|return|come)(?= |$)/,
    words('(who|when) will|what will (happen|become)|going to (win|happen|fall|resign)'),
    /^(is|was|are|were) .*(?<= )(good|bad|right|wrong|evil|justified|fair|better|worse|best|worst|a dictator|a hero|a traitor)(?= |$)/,
    words('(who|which) (is|was|were) (the )?(right|better|best|worse|worst|more (honest|popular|just))'),
  ],
  smallTalk: [
    words(
      '(hey there|hi there|hello there|anyone (here|there|awake)|thanks|thank you|thx|cheers|good (bot|morning|evening|night)|how are you|how is it going|whats up|wassup|lol|haha)',
    ),
  ],
  instruction: [
    /^(please )?(write|compose|draft|pretend|imagine|ignore|forget|disregard|act|roleplay|repeat|translate|print|output|reveal|invent|make up|generate|sing|delete)(?= |$)/,
    words(
      '(from now on|now) you are|you are now|system prompt|your (instructions|prompt|rules)|(previous|prior|all) (instructions|rules)|as an ai',
    ),
    /^system(?= |$)/,
  ],
};
