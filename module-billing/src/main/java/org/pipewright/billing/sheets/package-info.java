/** What documents that come with e-invoices share: parties, figures and rows of paper, and how they are issued and kept. */
package org.pipewright.billing.sheets;
