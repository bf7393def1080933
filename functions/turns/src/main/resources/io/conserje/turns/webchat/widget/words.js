// What the window itself says, in both languages; what the house says comes from the house.

const WORDS = {
  es: {
    open: 'Abrir el chat',
    openWith: house => `Abrir el chat con ${house}`,
    close: 'Cerrar el chat',
    startOver: 'Empezar de nuevo',
    startOverSure: '¿Borrar esta conversación?',
    assistant: 'Asistente virtual',
    chat: 'Chat',
    log: 'Conversación',
    greeting: house => `Hola, soy el asistente virtual de ${house}. ¿En qué puedo ayudarle?`,
    start: {
      restaurant: ['Quiero reservar una mesa', '¿Qué horario tienen?', 'Tengo una reserva'],
      hotel: ['Quiero reservar una habitación', '¿Dónde están?', 'Tengo una reserva'],
    },
    you: 'Usted',
    person: 'Equipo',
    write: 'Escriba su mensaje',
    send: 'Enviar',
    answers: 'Respuestas rápidas',
    typing: 'Escribiendo…',
    unread: count => (count === 1 ? 'Un mensaje nuevo' : `${count} mensajes nuevos`),
    notSent: 'No enviado',
    retry: 'Reintentar',
    newWindow: 'se abre en otra pestaña',
    trouble: {
      offline: 'No hay conexión. Su mensaje sigue aquí y se enviará cuando vuelva.',
      slow: 'La respuesta está tardando más de lo normal. Puede reintentarlo; no contará dos veces.',
      tooMany: seconds => `Van muchos mensajes seguidos. Este se enviará en ${seconds} segundos.`,
      away: 'Ahora mismo no podemos contestar. Su mensaje sigue aquí: reinténtelo en un momento.',
      call: phone => `Si es urgente, llame al ${phone}.`,
      tooLong: 'El mensaje es demasiado largo. Envíelo en partes.',
      refused: 'No hemos podido recibir este mensaje. Escríbalo de otra manera.',
      notHere: 'Este chat no está disponible en esta página.',
      over: 'La conversación anterior ha terminado; esta es nueva.',
    },
  },
  en: {
    open: 'Open the chat',
    openWith: house => `Open the chat with ${house}`,
    close: 'Close the chat',
    startOver: 'Start over',
    startOverSure: 'Delete this conversation?',
    assistant: 'Virtual assistant',
    chat: 'Chat',
    log: 'Conversation',
    greeting: house => `Hello, I'm the virtual assistant of ${house}. How can I help?`,
    start: {
      restaurant: ['I want to book a table', 'What are your opening hours?', 'I have a booking'],
      hotel: ['I want to book a room', 'Where are you?', 'I have a booking'],
    },
    you: 'You',
    person: 'Staff',
    write: 'Write your message',
    send: 'Send',
    answers: 'Quick answers',
    typing: 'Writing…',
    unread: count => (count === 1 ? 'One new message' : `${count} new messages`),
    notSent: 'Not sent',
    retry: 'Try again',
    newWindow: 'opens in a new tab',
    trouble: {
      offline: 'You are offline. Your message is kept and will be sent once you are back.',
      slow: 'The answer is taking longer than usual. You can try again; it will not count twice.',
      tooMany: seconds => `Those were many messages at once. This one goes out in ${seconds} seconds.`,
      away: 'We cannot answer right now. Your message is kept: try again in a moment.',
      call: phone => `If it is urgent, please call ${phone}.`,
      tooLong: 'The message is too long. Please send it in parts.',
      refused: 'We could not take this message. Please put it another way.',
      notHere: 'This chat is not available on this page.',
      over: 'The earlier conversation is over; this is a new one.',
    },
  },
};

/** 'es' or 'en' of a language tag; nothing for any other. */
function spoken(tag) {
  const language = String(tag || '').toLowerCase().split(/[-_]/)[0];
  return WORDS[language] ? language : null;
}
