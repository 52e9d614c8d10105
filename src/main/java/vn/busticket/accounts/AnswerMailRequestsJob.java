package vn.busticket.accounts;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Answers what people asked to be mailed about their accounts. */
@DisallowConcurrentExecution
class AnswerMailRequestsJob implements Job {

    private static final int MOST = 500;

    private final MailAnswers answers;

    AnswerMailRequestsJob(MailAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void execute(JobExecutionContext context) {
        var answered = 0;
        while (answered < MOST && answers.answerNext()) {
            answered++;
        }
    }
}
